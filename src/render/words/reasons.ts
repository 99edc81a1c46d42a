/** What decided, or what keeps it open, as the core says it by id. Clauses: no capital, no full stop. */
export const reasonWords: Readonly<Record<string, string>> = {
  'fact.is': '{path} is {value}',
  'fact.is-not': '{path} is {value}, not {wanted:or}',
  'fact.unknown': '{path} is not said',
  'fact.open': '{path} is {value} and perhaps more',
  'fact.coarse': '{value:or} in {path} does not say whether {wanted:or}',
  'fact.absent': 'there is no {path}',

  'exception.holds': 'the exception of {article} holds: {title}',
  'exception.open': 'an exception is still open',
  'claim.accepted': 'the claim of {article} is accepted: {exception}',
  'claim.accepted-on-word': "the claim of {article} is accepted on the claimant's word: {exception}",
  'claim.refused': 'the claim of {article} does not hold: {exception}',
  'claim.open': 'the claim of {article} is still open: {exception}',

  'claim.by-other':
    '{article} speaks of the {roles:or}; that others cannot claim it is a reading, so have it checked',
  'declared.derived': 'it is {class} by {basis}',
  'declared.open': '{class} by {basis} is still open',
  'declared.no-text': 'its text did not exist on {date}',

  'scope.open': 'not known: {why}',
  'scope.excluded': 'outside its scope by {article}: {title}',
  'status.proposed': 'only proposed, not law',
  'status.not-law': 'its status is {status}, so it is not law',
  'status.ended': '{status} since {date}',
  'class.otherwise': 'no other class holds',
  'class.open-others': '{classes} {classes|is|are} still open',
  'role.held': 'the {roles|role is|roles are} {roles}',
  'role.deemed': '{article} makes you count as the {role}',
  'role.unstated': 'roles is not said; it binds the {roles:or}',
  'duty.class': 'it binds what is {class} by {basis}',
  'duty.lifted': '{article} takes it out of {basis}, and this stays',
  'duty.may-be-lifted': 'it stays if {article} takes it out of {basis}, which is open',
  'duty.permission': 'a permission: it binds only who makes use of it',
  'date.open': 'its day is open: the earliest possible one stands',
  'date.chosen': '{article} sets its day: {what}',
  'transition.holds': '{article} puts its day off: {title}',
  'transition.open': '{article} may put its day off: {title}',
  'transition.no-day': 'no day is set: it binds only once that changes',
  'reported.check': 'reported, check: its source was not read',
  'conflict.side': '{name}: {asks}',
  'need.closed': '{capability} is covered by {tool}',

  'risk.raised': '{why} (+{by})',
  'risk.lowered': '{why} (-{by})',

  'question.flips': '{path} settles {count|one conclusion|{count} conclusions}',
};

/** Where a general sentence would read badly, a closer one. */
export const closerReasonWords = {
  'fact.is': { noValue: '{path} is there', stillPossible: '{path} is {value:or}' },
  'fact.is-not': { noWanted: '{path} is {value}' },
  'fact.unknown': { value: '{path} may be {value:or}' },
  'fact.open': { noValue: '{path} is not said in full' },
} as const;

/** Facts that nobody writes: they follow from others, so that their paths would say nothing to a reader. */
export const derivedFactWords: Readonly<Record<string, { readonly true: string; readonly false: string }>> = {
  'derived.personalData': { true: 'it processes personal data', false: 'it processes no personal data' },
  'derived.peopleAffected': { true: 'people are affected', false: 'no people are affected' },
  'derived.productNamed': { true: 'a product is named', false: 'no product is named' },
  'derived.irreversibleAction': {
    true: 'it can do what cannot be undone',
    false: 'all it does can be undone',
  },
};
