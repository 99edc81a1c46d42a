import { useContext, useMemo } from 'preact/hooks';
import { LevelContext } from './context';
import { type GuidanceElement, type GuidanceNode, readGuidance } from './guidance';
import { WebLink } from './links';
import { Heading } from './section';

/** Guidance as elements of the page, so that no HTML is ever made of its text. Headings begin at the level at hand. */
export function GuidanceText({ markdown }: { markdown: string }) {
  const nodes = useMemo(() => readGuidance(markdown), [markdown]);
  return (
    <div class="guidance">
      <Nodes nodes={nodes} />
    </div>
  );
}

function Nodes({ nodes }: { nodes: readonly GuidanceNode[] }) {
  return (
    <>
      {nodes.map((node, index) =>
        typeof node === 'string' ? node : <OneElement key={index} element={node} />,
      )}
    </>
  );
}

function OneElement({ element }: { element: GuidanceElement }) {
  const level = useContext(LevelContext);
  const inside = element.children.length > 0 && <Nodes nodes={element.children} />;
  switch (element.tag) {
    case 'a':
      return <WebLink url={element.href}>{inside}</WebLink>;
    case 'heading':
      return (
        <LevelContext.Provider value={level + element.depth - 1}>
          <Heading>{inside}</Heading>
        </LevelContext.Provider>
      );
    case 'ol':
      return <ol start={element.start}>{inside}</ol>;
    default:
      return <element.tag>{inside}</element.tag>;
  }
}
