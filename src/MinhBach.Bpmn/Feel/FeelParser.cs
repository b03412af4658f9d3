using System.Globalization;

namespace MinhBach.Bpmn;

/// <summary>A Pratt parser that turns tokens into something to call.</summary>
internal sealed class FeelParser(List<FeelToken> tokens)
{
    private const int MaxDepth = 100;
    private const int OfComparison = 3;
    private const int OfSum = 4;
    private const int OfProduct = 5;
    private const int OfPower = 6;

    private readonly List<string> names = [];
    private int at;
    private int depth;

    // In "1..5[" the bracket closes the range; it takes no item of 5.
    private bool endsRange;

    public IReadOnlyList<string> Names => names;

    private FeelToken Current => tokens[at];

    public FeelNode Parse()
    {
        var result = Expression(0);
        if (Current.Kind != FeelTokenKind.End)
            throw Unexpected();
        return result;
    }

    private FeelNode Expression(int minimum)
    {
        if (++depth > MaxDepth)
            throw new FeelSyntaxException(Current.Position, $"The expression is nested more than {MaxDepth} deep.");
        var left = Prefix();
        while (Precedence(Current) is var precedence && precedence > minimum && !(endsRange && Current.Is("[")))
            left = Infix(left, precedence);
        depth--;
        return left;
    }

    private static int Precedence(FeelToken token) => token.Kind is FeelTokenKind.Symbol or FeelTokenKind.Word
        ? token.Text switch
        {
            "or" => 1,
            "and" => 2,
            "=" or "!=" or "<" or "<=" or ">" or ">=" or "in" or "between" => OfComparison,
            "+" or "-" => OfSum,
            "*" or "/" => OfProduct,
            "**" => OfPower,
            "." or "[" => 8,
            _ => 0,
        }
        : 0;

    private FeelNode Infix(FeelNode left, int precedence)
    {
        var token = Take();
        switch (token.Text)
        {
            case "in":
                var test = Test();
                return scope => test(scope, left(scope));
            case "between":
                var low = Expression(OfComparison);
                Expect("and");
                var high = Expression(OfComparison);
                return scope => FeelOperators.Between(left(scope), low(scope), high(scope));
            case ".":
                var member = Current.Kind is FeelTokenKind.Name or FeelTokenKind.Word ? Take().Text : throw Unexpected();
                return scope => FeelOperators.Member(left(scope), member);
            case "[":
                var index = Expression(0);
                Expect("]");
                return scope => FeelOperators.Index(left(scope), index(scope));
        }
        var right = Expression(precedence);
        return token.Text switch
        {
            "or" => scope => FeelOperators.Or(left(scope), right, scope),
            "and" => scope => FeelOperators.And(left(scope), right, scope),
            "=" => scope => FeelOperators.AreEqual(left(scope), right(scope)),
            "!=" => scope => FeelOperators.Not(FeelOperators.AreEqual(left(scope), right(scope))),
            "<" or "<=" or ">" or ">=" => scope => FeelOperators.Compare(token.Text, left(scope), right(scope)),
            "+" => scope => FeelArithmetic.Add(left(scope), right(scope)),
            "-" => scope => FeelArithmetic.Subtract(left(scope), right(scope)),
            "*" => scope => FeelArithmetic.Multiply(left(scope), right(scope)),
            "/" => scope => FeelArithmetic.Divide(left(scope), right(scope)),
            _ => scope => FeelArithmetic.Power(left(scope), right(scope)),
        };
    }

    private FeelNode Prefix()
    {
        var token = Take();
        switch (token.Kind)
        {
            case FeelTokenKind.Number:
                FeelValue number = decimal.Parse(token.Text, CultureInfo.InvariantCulture);
                return _ => number;
            case FeelTokenKind.Text:
                FeelValue text = token.Text;
                return _ => text;
            case FeelTokenKind.Name:
                return Current.Is("(") ? Call(token) : Name(token.Text);
        }
        switch (token.Text)
        {
            case "true": return _ => true;
            case "false": return _ => false;
            case "null": return _ => FeelValue.Null;
            case "-":
                var negated = Expression(OfProduct);
                return scope => FeelArithmetic.Negate(negated(scope));
            case "(":
                var inner = Expression(0);
                Expect(")");
                return inner;
            case "[":
                var items = List("]");
                return scope => FeelValue.Of(items.Select(item => item(scope)));
            case "if":
                return If();
        }
        throw Unexpected(token);
    }

    private FeelNode Name(string name)
    {
        if (!names.Contains(name))
            names.Add(name);
        return scope => scope.Find(name);
    }

    private FeelNode If()
    {
        var condition = Expression(0);
        Expect("then");
        var then = Expression(0);
        Expect("else");
        var otherwise = Expression(0);
        return scope => condition(scope).IsTrue ? then(scope) : otherwise(scope);
    }

    private FeelNode Call(FeelToken name)
    {
        Take();
        var arguments = List(")");
        var function = FeelFunctions.Find(name.Text, arguments.Count)
            ?? throw new FeelSyntaxException(name.Position, FeelFunctions.IsKnown(name.Text)
                ? $"The function {name.Text} does not take {arguments.Count} arguments."
                : $"There is no function {name.Text}.");
        return scope =>
        {
            var values = new FeelValue[arguments.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = arguments[i](scope);
            return function(values);
        };
    }

    private List<FeelNode> List(string close)
    {
        var items = new List<FeelNode>();
        if (Current.Is(close))
        {
            Take();
            return items;
        }
        while (true)
        {
            items.Add(Expression(0));
            if (Current.Is(close))
            {
                Take();
                return items;
            }
            Expect(",");
        }
    }

    // What may stand on the right of "in": > 5, [1..10], (1, 2, [5..7]), or a list.
    private Func<FeelScope, FeelValue, FeelValue> Test()
    {
        if (IsSign(Current))
        {
            var sign = Take().Text;
            var bound = Expression(OfComparison);
            return sign switch
            {
                "=" => (scope, value) => FeelOperators.AreEqual(value, bound(scope)),
                "!=" => (scope, value) => FeelOperators.Not(FeelOperators.AreEqual(value, bound(scope))),
                _ => (scope, value) => FeelOperators.Compare(sign, value, bound(scope)),
            };
        }
        if (Current.Kind == FeelTokenKind.Symbol && Current.Text is "[" or "(" or "]")
            return Range() ?? (Current.Is("(") ? AnyOf() : Listed());
        return Listed();
    }

    private static bool IsSign(FeelToken token) =>
        token.Kind == FeelTokenKind.Symbol && token.Text is "<" or "<=" or ">" or ">=" or "=" or "!=";

    private Func<FeelScope, FeelValue, FeelValue> Listed()
    {
        var list = Expression(OfComparison);
        return (scope, value) => FeelOperators.In(value, list(scope));
    }

    private Func<FeelScope, FeelValue, FeelValue> AnyOf()
    {
        Expect("(");
        var tests = new List<Func<FeelScope, FeelValue, FeelValue>>();
        do
        {
            if (++depth > MaxDepth)
                throw new FeelSyntaxException(Current.Position, $"The expression is nested more than {MaxDepth} deep.");
            tests.Add(Test());
            depth--;
        }
        while (TakeIf(","));
        Expect(")");
        return (scope, value) =>
        {
            var result = FeelValue.Of(false);
            foreach (var test in tests)
            {
                var one = test(scope, value);
                if (one.IsTrue)
                    return true;
                if (one.IsNull)
                    result = FeelValue.Null;
            }
            return result;
        };
    }

    private Func<FeelScope, FeelValue, FeelValue>? Range()
    {
        var (start, known, deep) = (at, names.Count, depth);
        var open = Take().Text;
        if (Current.Is("]") || IsSign(Current))
        {
            at = start;
            return null;
        }
        var low = Expression(OfComparison);
        if (!Current.Is(".."))
        {
            (at, depth) = (start, deep);
            names.RemoveRange(known, names.Count - known);
            return null;
        }
        Take();
        endsRange = true;
        var high = Expression(OfComparison);
        endsRange = false;
        if (!Current.Is("]") && !Current.Is(")") && !Current.Is("["))
            throw Unexpected();
        var close = Take().Text;
        var (above, below) = (open == "[" ? ">=" : ">", close == "]" ? "<=" : "<");
        return (scope, value) => FeelOperators.And(
            FeelOperators.Compare(above, value, low(scope)), inner => FeelOperators.Compare(below, value, high(inner)), scope);
    }

    private FeelToken Take() => tokens[Current.Kind == FeelTokenKind.End ? at : at++];

    private bool TakeIf(string symbol)
    {
        if (!Current.Is(symbol))
            return false;
        at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!TakeIf(symbol))
            throw new FeelSyntaxException(Current.Position, $"{symbol} was expected here, not {Current.Text}.");
    }

    private FeelSyntaxException Unexpected() => Unexpected(Current);

    private static FeelSyntaxException Unexpected(FeelToken token) => new(token.Position, $"An expression was expected here, not {token.Text}.");
}
