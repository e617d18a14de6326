import { createHash } from 'node:crypto';

const STYLE = `
  :root { color-scheme: light dark; font-family: system-ui, "PingFang SC", "Microsoft YaHei", sans-serif }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f3f5f8; color: #1c2733 }
  main { width: min(22rem, calc(100vw - 3rem)); padding: 2rem; background: #fff; border-radius: .5rem;
    box-shadow: 0 1px 3px #0003 }
  h1 { margin: 0 0 1.25rem; font-size: 1.25rem }
  small { font-weight: normal; color: #5b6875 }
  label { display: block; margin: 1rem 0 .25rem }
  input { box-sizing: border-box; width: 100%; padding: .55rem; font: inherit; border: 1px solid #8a97a5; border-radius: .25rem }
  button { margin: 1.25rem .5rem 0 0; padding: .55rem 1.25rem; font: inherit; border: 1px solid #14508c; border-radius: .25rem;
    background: #14508c; color: #fff; cursor: pointer }
  button.plain { background: none; color: inherit; border-color: #8a97a5 }
  :focus-visible { outline: 3px solid #e8a33d; outline-offset: 2px }
  p[role=alert] { padding: .6rem .75rem; border-left: 4px solid #b3261e; background: #fdecea; color: #5f1412 }
  @media (prefers-color-scheme: dark) {
    body { background: #12181f; color: #e6ebf0 } main { background: #1c2530 } small { color: #a9b5c1 }
    input { background: #12181f; color: inherit } p[role=alert] { background: #43191a; color: #ffdad6 }
  }`;

const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/**
 * Nothing is loaded from anywhere and no script runs. `'report-sample'` names no source: it only
 * makes the directive stand there, so that the provider can add the hash of its one self-submitting
 * form (signing out without a session). A form may lead to where a sign-in was asked from.
 */
export function contentSecurityPolicy(redirectUris: readonly string[]): string {
  const origins = [...new Set(redirectUris.map((uri) => new URL(uri).origin))].join(' ');
  return [
    "default-src 'none'",
    `style-src ${STYLE_HASH}`,
    "script-src 'report-sample'",
    `form-action 'self' ${origins}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** A page of the bundled provider: its one style, no script, nothing loaded. */
export const page = (title: string, titleEn: string, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 督办 Duban</title>
<style>${STYLE}</style>
</head>
<body><main>
<h1>${title} <small lang="en">${titleEn}</small></h1>
${body}
</main></body>
</html>
`;

export type SignInProblem = 'REFUSED' | 'BUSY';

const PROBLEMS: Readonly<Record<SignInProblem, readonly [zh: string, en: string]>> = {
  REFUSED: [
    '登录未成功。请核对登录名和密码;多次输错后账号会锁定一段时间。',
    'You could not be signed in. Check login and password; after several wrong attempts an account is locked for a while.',
  ],
  BUSY: ['登录的人较多,请稍候再试。', 'Many people are signing in. Try again in a moment.'],
};

const alert = (problem: SignInProblem): string => {
  const [zh, en] = PROBLEMS[problem];
  return `<p role="alert">${zh}<br><small lang="en">${en}</small></p>`;
};

export const signInPage = (action: string, login: string, problem: SignInProblem | null): string =>
  page(
    '登录',
    'Sign in',
    `${problem ? alert(problem) : ''}
<form method="post" action="${escapeHtml(action)}">
<label for="login">登录名 <small lang="en">Login</small></label>
<input id="login" name="login" value="${escapeHtml(login)}" autocomplete="username" maxlength="100" required>
<label for="password">密码 <small lang="en">Password</small></label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200" required>
<button type="submit" name="action" value="sign-in">登录 Sign in</button>
<button type="submit" name="action" value="cancel" class="plain" formnovalidate>取消 Cancel</button>
</form>`,
  );

export const signOutPage = (form: string): string =>
  page(
    '退出',
    'Sign out',
    `<p>要退出登录吗?<br><small lang="en">Do you want to sign out?</small></p>
${form}
<button type="submit" form="op.logoutForm" name="logout" value="yes">退出 Sign out</button>
<button type="submit" form="op.logoutForm" class="plain">取消 Cancel</button>`,
  );

export const signedOutPage = (): string =>
  page('已退出', 'Signed out', '<p>您已退出登录。<br><small lang="en">You are signed out.</small></p>');

export const expiredPage = (): string =>
  page(
    '登录已过期',
    'This sign-in has expired',
    '<p>请回到原来的页面重新登录。<br><small lang="en">Go back to where you came from and sign in again.</small></p>',
  );

/** Errors of the protocol: for whoever connects a page, with the protocol's own code. */
export const errorPage = (code: string): string =>
  page(
    '登录请求有误',
    'The sign-in request is not right',
    `<p>请回到原来的页面重新登录;若仍不成功,请联系管理员。<br>
<small lang="en">Go back and sign in again; if that does not help, tell the administrator.</small></p>
<p><code>${escapeHtml(code)}</code></p>`,
  );
