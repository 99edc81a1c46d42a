/** Words by which the makers of models are called, in what a manifest writes as `provider` and in owners of tools. */
const words: Readonly<Record<string, readonly string[]>> = {
  Amazon: ['amazon', 'aws', 'bedrock'],
  Anthropic: ['anthropic', 'claude'],
  Apple: ['apple'],
  Cisco: ['cisco'],
  EleutherAI: ['eleutherai', 'eleuther'],
  Google: ['google', 'gemini', 'deepmind', 'vertex', 'gemma'],
  'Hugging Face': ['huggingface', 'hugging'],
  IBM: ['ibm', 'watsonx', 'granite', 'redhat', 'instructlab'],
  LatticeFlow: ['latticeflow', 'insait'],
  Meta: ['meta', 'facebook', 'llama'],
  Microsoft: ['microsoft', 'azure', 'github', 'copilot'],
  Nvidia: ['nvidia', 'nemotron'],
  OpenAI: ['openai', 'chatgpt', 'gpt'],
  ServiceNow: ['servicenow'],
  Snowflake: ['snowflake'],
};

const byWord = new Map(Object.entries(words).flatMap(([maker, list]) => list.map((word) => [word, maker])));

/** Makers of models that a name speaks of: `azure-openai` of two, `Red Hat (IBM)` of one, most names of none. */
export function makersIn(name: string): readonly string[] {
  const said = name.toLowerCase().split(/[^a-z0-9]+/);
  return [...new Set(said.flatMap((word) => byWord.get(word) ?? []))];
}
