/** One expected refusal: what it is called and what it tells the person, in Chinese first. `{name}` is filled from `params`. */
export type RefusalText = { readonly zh: string; readonly en: string };
export type RefusalCatalogue = Readonly<Record<string, RefusalText>>;

export type RefusalParams = Readonly<Record<string, string | number | boolean | null>>;

/** An expected refusal is a value; a surprise is an exception. */
export type Refused<Code extends string = string> = {
  readonly accepted: false;
  readonly code: Code;
  readonly params: RefusalParams;
};

export type Accepted<Value> = { readonly accepted: true; readonly value: Value };
export type Outcome<Value, Code extends string = string> = Accepted<Value> | Refused<Code>;

export const accept = <Value>(value: Value): Accepted<Value> => ({ accepted: true, value });

export const refuse = <Code extends string>(code: Code, params: RefusalParams = {}): Refused<Code> => ({
  accepted: false,
  code,
  params,
});

/** Refusals every service can give. Each service adds its own catalogue beside it. */
export const KERNEL_REFUSALS = {
  ROLE_NOT_ALLOWED: { zh: '当前角色无权执行此操作。', en: 'Your role may not do this.' },
  STALE_VERSION: {
    zh: '内容已被他人更新(当前版本 {current})。请刷新后重试。',
    en: 'Somebody changed this meanwhile (version is now {current}). Reload and try again.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    zh: '该幂等键已用于另一请求。请换用新的键。',
    en: 'This idempotency key was used for a different request. Use a new key.',
  },
  TEXT_INVALID: {
    zh: '“{field}”含有不允许的字符(如空字符或不成对的代理码)。请删除后重试。',
    en: '"{field}" contains characters that are not allowed (NUL or a lone surrogate). Remove them.',
  },
  TEXT_TOO_LONG: {
    zh: '“{field}”最多 {max} 个字,当前 {length} 个。',
    en: '"{field}" may have at most {max} characters; it has {length}.',
  },
  TEXT_EMPTY: { zh: '“{field}”不能为空。', en: '"{field}" must not be empty.' },
  DATE_IN_FUTURE: { zh: '“{field}”不能晚于现在。', en: '"{field}" must not be in the future.' },
} as const satisfies RefusalCatalogue;

/** Fills `{name}` from params; a name without a value stays visible rather than vanishing. */
export function fillText(text: string, params: RefusalParams): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined || value === null ? whole : String(value);
  });
}
