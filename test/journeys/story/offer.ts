/** What a person is told about one thing that can, or cannot, be done on a case. */
export type Offer = {
  readonly action: string;
  readonly mutation: string;
  readonly variant: string | null;
  readonly recordKind: string | null;
  readonly possible: boolean;
  readonly refusalCode: string | null;
  readonly reason: string | null;
  readonly reasonEn: string | null;
  readonly assignmentId: string | null;
  readonly replyId: string | null;
  readonly entryId: string | null;
  readonly recordId: string | null;
};
