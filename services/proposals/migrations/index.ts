import { Cases1790000000001 } from './0001-cases.js';
import { Directories1790000000002 } from './0002-directories.js';
import { Ledger1790000000003 } from './0003-ledger.js';
import { Intake1790000000004 } from './0004-intake.js';
import { Handling1790000000005 } from './0005-handling.js';
import { Answering1790000000006 } from './0006-answering.js';
import { Supervision1790000000007 } from './0007-supervision.js';
import { Clocks1790000000008 } from './0008-clocks.js';
import { Publishing1790000000009 } from './0009-publishing.js';
import { Grants1790000000012 } from './0012-grants.js';
import { FolderStamp1790000000013 } from './0013-folder-stamp.js';
import { WarningTally1790000000014 } from './0014-warning-tally.js';
import { Duties1790000000016 } from './0016-duties.js';
import { Sessions1790000000017 } from './0017-sessions.js';
import { ProcessText1790000000020 } from './0020-process-text.js';
import { GrantForms1790000000021 } from './0021-grant-forms.js';
import { LowerDefinitions1790000000022 } from './0022-lower-definitions.js';
import { RegisterTally1790000000023 } from './0023-register-tally.js';
import { HeardRatings1790000000024 } from './0024-heard-ratings.js';
import { HeardEvaluation1790000000025 } from './0025-heard-evaluation.js';
import { CorrectedFeedback1790000000026 } from './0026-corrected-feedback.js';
import { CountedByLookup1790000000029 } from './0029-counted-by-lookup.js';
import { Sharing1790000000032 } from './0032-sharing.js';

/** Every step of this service's schema, in order. */
export const migrations = [
  Cases1790000000001,
  Directories1790000000002,
  Ledger1790000000003,
  Intake1790000000004,
  Handling1790000000005,
  Answering1790000000006,
  Supervision1790000000007,
  Clocks1790000000008,
  Publishing1790000000009,
  Grants1790000000012,
  FolderStamp1790000000013,
  WarningTally1790000000014,
  Duties1790000000016,
  Sessions1790000000017,
  ProcessText1790000000020,
  GrantForms1790000000021,
  LowerDefinitions1790000000022,
  RegisterTally1790000000023,
  HeardRatings1790000000024,
  HeardEvaluation1790000000025,
  CorrectedFeedback1790000000026,
  CountedByLookup1790000000029,
  Sharing1790000000032,
];
