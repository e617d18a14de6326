import { InputType } from 'type-graphql';
import { HeldGrantInput } from '../held-grant.input.js';

@InputType({ description: '查阅授权件: names the grant under which a case is read' })
export class OpenGrantedCaseInput extends HeldGrantInput {}
