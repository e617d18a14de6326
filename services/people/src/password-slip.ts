/**
 * A one-time password on its way to the person who asked for it. The answer that is stored for
 * repetitions carries only the slip's mark, so a repetition finds its own slip empty.
 */
export type PasswordSlip = {
  write(mark: string, password: string): void;
  /** Null when another request made the password, or none was made. */
  read(mark: string | null): string | null;
};

export function passwordSlip(): PasswordSlip {
  let written: { readonly mark: string; readonly password: string } | null = null;
  return {
    write: (mark, password) => {
      written = { mark, password };
    },
    read: (mark) => (written !== null && written.mark === mark ? written.password : null),
  };
}
