import * as v from 'valibot';
import { Rule } from '../src/settings/routing';

/** A rule as settings keep it: what it says, and what every rule has without being told. */
export const ruleOf = (over: v.InferInput<typeof Rule>): Rule => v.parse(Rule, over);
