using NodaTime;

namespace MinhBach.Bpmn;

/// <summary>FEEL, the expression language of DMN: the part of it that conditions need.</summary>
public static class Feel
{
    /// <summary>Longest expression that is taken, in characters.</summary>
    public const int MaxLength = 4000;

    /// <summary>Reads an expression. It never throws: what is wrong stands in <see cref="FeelExpression.Errors"/>.</summary>
    public static FeelExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
            return new FeelExpression(text, null, [], [new FeelError(MaxLength, $"The expression is longer than {MaxLength} characters.")]);
        try
        {
            var parser = new FeelParser(new FeelLexer(text).Read());
            var evaluate = parser.Parse();
            return new FeelExpression(text, evaluate, parser.Names, []);
        }
        catch (FeelSyntaxException e)
        {
            return new FeelExpression(text, null, [], [new FeelError(e.Position, e.Message)]);
        }
    }
}

/// <summary>What is wrong with an expression, and where.</summary>
/// <param name="Position">Index of the character, from 0.</param>
/// <param name="Message">What is wrong, in plain words.</param>
public sealed record FeelError(int Position, string Message);

/// <summary>An expression that was read.</summary>
public sealed class FeelExpression
{
    private readonly FeelNode? evaluate;

    internal FeelExpression(string text, FeelNode? evaluate, IReadOnlyList<string> names, IReadOnlyList<FeelError> errors)
    {
        Text = text;
        this.evaluate = evaluate;
        Names = names;
        Errors = errors;
    }

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>The names that the expression asks its context for, each once.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What is wrong; empty where it can be evaluated.</summary>
    public IReadOnlyList<FeelError> Errors { get; }

    /// <summary>Can it be evaluated?</summary>
    public bool IsValid => evaluate is not null;

    /// <summary>Evaluates. An unknown name, a wrong kind, a division by zero give null, as DMN has it.</summary>
    /// <param name="context">The names the expression may use.</param>
    /// <param name="now">What the name <c>now</c> means where the context does not say; without it, null.</param>
    /// <exception cref="InvalidOperationException">The expression has errors.</exception>
    public FeelValue Evaluate(FeelContext context, Instant? now = null)
    {
        if (evaluate is null)
            throw new InvalidOperationException($"The expression \"{Text}\" cannot be evaluated: {Errors[0].Message}");
        return evaluate(new FeelScope(context, now));
    }
}

internal delegate FeelValue FeelNode(FeelScope scope);

internal sealed record FeelScope(FeelContext Names, Instant? Now)
{
    public FeelValue Find(string name)
    {
        if (Names.TryGetValue(name, out var value))
            return value;
        return name == "now" && Now is { } now ? FeelValue.Of(now) : FeelValue.Null;
    }
}

internal sealed class FeelSyntaxException(int position, string message) : Exception(message)
{
    public int Position { get; } = position;
}
