import { PASSWORD_RULES, type PasswordProblem } from '../password.js';
import { escapeHtml, page } from '../sign-in/sign-in.page.js';

const { min, max, classes, remembered } = PASSWORD_RULES;

const PROBLEMS: Readonly<Record<PasswordProblem, readonly [zh: string, en: string]>> = {
  TOO_SHORT: [`密码至少 ${min} 个字符。`, `The password needs at least ${min} characters.`],
  TOO_LONG: [`密码最多 ${max} 个字符。`, `The password may have at most ${max} characters.`],
  TOO_SIMPLE: [
    `密码须含小写字母、大写字母、数字、其他字符中的至少 ${classes} 类。`,
    `The password needs ${classes} of: small letters, capitals, digits, other characters.`,
  ],
  HAS_NAME: ['密码不能含有姓名或其中一部分。', 'The password must not contain your name or a part of it.'],
  HAS_LOGIN: [
    '密码不能含有登录名或其中一部分。',
    'The password must not contain your login or a part of it.',
  ],
  USED_BEFORE: [
    `不能使用现在的或最近 ${remembered} 次的密码。`,
    `Do not use the present password or one of the last ${remembered} again.`,
  ],
  REPEATED_OTHERWISE: ['两次输入的密码不一致。', 'The two passwords are not the same.'],
};

const alert = (problems: readonly PasswordProblem[]): string => {
  const lines = problems.map((problem) => {
    const [zh, en] = PROBLEMS[problem];
    return `${zh}<br><small lang="en">${en}</small>`;
  });
  return lines.length > 0 ? `<p role="alert">${lines.join('<br>')}</p>` : '';
};

export const changePasswordPage = (action: string, problems: readonly PasswordProblem[]): string =>
  page(
    '设置新密码',
    'Choose a new password',
    `${alert(problems)}
<p>您的密码是一次性密码或已到期,设置新密码后才能登录。<br>
<small lang="en">Your password was for one use, or has become too old. Choose your own to be signed in.</small></p>
<form method="post" action="${escapeHtml(action)}">
<label for="password">新密码 <small lang="en">New password</small></label>
<input id="password" name="password" type="password" autocomplete="new-password" maxlength="${max}" required autofocus>
<label for="repeated">再输一次 <small lang="en">The same again</small></label>
<input id="repeated" name="repeated" type="password" autocomplete="new-password" maxlength="${max}" required>
<p><small>至少 ${min} 个字符,含小写字母、大写字母、数字、其他字符中的 ${classes} 类;不含姓名、登录名。<br>
<span lang="en">At least ${min} characters; ${classes} of small letters, capitals, digits, others; without name and login.</span></small></p>
<button type="submit" name="action" value="change-password">保存并登录 Save and sign in</button>
<button type="submit" name="action" value="cancel" class="plain" formnovalidate>取消 Cancel</button>
</form>`,
  );
