import { GraphQLError } from 'graphql';
import { fillText, type RefusalParams, type RefusalText } from '../refusal.js';

type Failure = RefusalText & { readonly status: number };

/**
 * Every code that can stand in `errors[].extensions.code`, with its texts and the HTTP status it has
 * when it stops a request before anything was executed. A surprise in one field never changes the
 * status. Expected refusals of a mutation are not here: they are values of its result union.
 */
export const FAILURES = {
  UNAUTHENTICATED: {
    status: 401,
    zh: '未登录或登录已失效。请重新登录。',
    en: 'Not signed in, or the sign-in has ended. Sign in again.',
  },
  FORBIDDEN: { status: 403, zh: '当前角色无权查看此内容。', en: 'Your role may not see this.' },
  NOT_GRANTED: {
    status: 403,
    zh: '没有这项授权,或授权已结束。',
    en: 'This is not granted to you, or the grant has ended.',
  },
  MALFORMED_ID: {
    status: 400,
    zh: '“{field}”不是有效的编号。请使用接口返回的编号。',
    en: '"{field}" is not an id. Use an id as the API returned it.',
  },
  BAD_USER_INPUT: { status: 400, zh: '输入有误:{reason}', en: 'Wrong input: {reasonEn}' },
  BAD_REQUEST: { status: 400, zh: '请求格式有误:{reason}', en: 'Malformed request: {reasonEn}' },
  CSRF_REFUSED: {
    status: 400,
    zh: '请求可能来自其他网站。请使用 POST 并设置 content-type: application/json。',
    en: 'The request could come from another site. Use POST with content-type: application/json.',
  },
  NOT_FOUND: { status: 404, zh: '没有这个地址。', en: 'There is nothing at this address.' },
  METHOD_NOT_ALLOWED: {
    status: 405,
    zh: '此地址不接受该方法。',
    en: 'This address does not take that method.',
  },
  NOT_ACCEPTABLE: {
    status: 406,
    zh: '只提供 application/graphql-response+json 与 application/json。',
    en: 'Only application/graphql-response+json and application/json are offered.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    zh: '请求超过 {limit} 字节。',
    en: 'The request is larger than {limit} bytes.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    zh: '请求体须为 UTF-8 编码的 application/json。',
    en: 'The body has to be application/json in UTF-8.',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    zh: '查询语法有误:{reason}',
    en: 'The document has a syntax error: {reason}',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    zh: '查询不符合接口定义:{reason}',
    en: 'The document does not fit the schema: {reason}',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    zh: '找不到要执行的操作。请检查 operationName。',
    en: 'There is no such operation in the document. Check operationName.',
  },
  INTROSPECTION_DISABLED: {
    status: 400,
    zh: '当前角色不能查询接口定义。',
    en: 'Your role may not introspect the schema.',
  },
  DOCUMENT_TOO_LARGE: {
    status: 400,
    zh: '查询文本超过 {limit} 字节。',
    en: 'The document is longer than {limit} bytes.',
  },
  TOO_MANY_TOKENS: {
    status: 400,
    zh: '查询超过 {limit} 个词元。',
    en: 'The document has more than {limit} tokens.',
  },
  TOO_DEEP: {
    status: 400,
    zh: '查询嵌套超过 {limit} 层。',
    en: 'The document is nested more than {limit} levels deep.',
  },
  TOO_MANY_ALIASES: {
    status: 400,
    zh: '查询的别名超过 {limit} 个。',
    en: 'The document has more than {limit} aliases.',
  },
  TOO_MANY_ROOT_FIELDS: {
    status: 400,
    zh: '查询的根字段超过 {limit} 个。',
    en: 'The document has more than {limit} root fields.',
  },
  TOO_MANY_DIRECTIVES: {
    status: 400,
    zh: '查询的指令超过 {limit} 个。',
    en: 'The document has more than {limit} directives.',
  },
  TOO_MANY_DUPLICATES: {
    status: 400,
    zh: '同一字段重复超过 {limit} 次。',
    en: 'The document repeats fields more than {limit} times.',
  },
  TOO_MANY_FIELDS: {
    status: 400,
    zh: '查询展开片段后超过 {limit} 个字段。',
    en: 'With its fragments written out the document has more than {limit} fields.',
  },
  TOO_EXPENSIVE: {
    status: 400,
    zh: '查询的预计开销为 {cost},上限为 {limit}。请减少 first、嵌套的列表，或汇总的分解维度。',
    en: 'The query would cost {cost}; the limit is {limit}. Ask for smaller pages, fewer nested lists, or fewer dimensions of a breakdown.',
  },
  TIMED_OUT: {
    status: 504,
    zh: '处理超过 {seconds} 秒,已中止。',
    en: 'It took longer than {seconds} seconds and was stopped.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    zh: '这部分服务暂时不可用。请稍后重试。',
    en: 'This part of the service is unavailable for the moment. Try again later.',
  },
  INTERNAL_ERROR: {
    status: 500,
    zh: '系统内部错误,编号 {errorId}。请联系管理员。',
    en: 'Internal error {errorId}. Please tell the administrator.',
  },
} as const satisfies Record<string, Failure>;

export type FailureCode = keyof typeof FAILURES;

/**
 * An error with a documented code: message in Chinese, `extensions.messageEn` in English. What is
 * thrown this way reaches the client as it is; anything else is masked.
 */
export function failure(code: FailureCode, params: RefusalParams = {}): GraphQLError {
  const { zh, en } = FAILURES[code];
  return new GraphQLError(fillText(zh, params), {
    extensions: { code, messageEn: fillText(en, params) },
  });
}

/** The input is wrong in a way the schema cannot say. Both texts are shown to the person. */
export const badInput = (reason: string, reasonEn: string): GraphQLError =>
  failure('BAD_USER_INPUT', { reason, reasonEn });

export const isFailureCode = (code: unknown): code is FailureCode =>
  typeof code === 'string' && Object.hasOwn(FAILURES, code);
