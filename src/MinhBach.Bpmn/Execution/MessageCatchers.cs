namespace MinhBach.Bpmn;

/// <summary>How a message is taken.</summary>
internal enum CatchKind
{
    Wait,
    Boundary,
    FirstOfSeveral,
}

/// <summary>Who would take a message now, oldest first; a wait before the boundary of the same token.</summary>
internal static class MessageCatchers
{
    public static IEnumerable<(CatchKind Kind, ProcessToken Token, ProcessNode Node)> Of(ProcessModel model, ProcessState state)
    {
        foreach (var token in state.Tokens)
        {
            if (token.Kind == TokenKind.Join || model.FindNode(token.NodeId) is not { } node)
                continue;
            if (node.Kind is NodeKind.ReceiveTask or NodeKind.MessageCatchEvent)
                yield return (CatchKind.Wait, token, node);
            if (node.Kind == NodeKind.EventGateway)
            {
                foreach (var flow in node.Out)
                {
                    if (flow.Target.Message is not null)
                        yield return (CatchKind.FirstOfSeveral, token, flow.Target);
                }
            }
            foreach (var boundary in node.Boundary)
            {
                if (boundary.Kind == NodeKind.MessageBoundaryEvent)
                    yield return (CatchKind.Boundary, token, boundary);
            }
        }
    }
}
