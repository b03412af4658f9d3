using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MinhBach.Bpmn;

/// <summary>
/// A state as JSON: <c>{"v":1,"s":"running","p":"grant","n":3,"t":[["task",3,"appraise"]],"a":[[4,"late",3]],"x":{"fee":10}}</c>.
/// A token is [kind, number, node, scope, flow], a timer [number, node, attached to]; what is at its default is left out.
/// </summary>
internal static class ProcessStateJson
{
    private const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Statuses = ["new", "running", "ended", "cancelled"];
    private static readonly string[] Kinds = ["task", "service", "wait", "join", "sub"];

    public static string Write(ProcessState state)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, Options);
        Write(writer, state);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter writer, ProcessState state)
    {
        writer.WriteStartObject();
        writer.WriteNumber("v", Version);
        writer.WriteString("s", Statuses[(int)state.Status]);
        if (state.ProcessId is not null)
            writer.WriteString("p", state.ProcessId);
        writer.WriteNumber("n", state.LastNo);
        if (state.Tokens.Length > 0)
        {
            writer.WriteStartArray("t");
            foreach (var token in state.Tokens)
                Write(writer, token);
            writer.WriteEndArray();
        }
        if (state.Timers.Length > 0)
        {
            writer.WriteStartArray("a");
            foreach (var timer in state.Timers)
                Write(writer, timer);
            writer.WriteEndArray();
        }
        if (state.Variables.Count > 0)
        {
            writer.WritePropertyName("x");
            FeelJson.Write(writer, state.Variables);
        }
        if (state.Outcome is not null)
            writer.WriteString("o", state.Outcome);
        writer.WriteEndObject();
    }

    public static ProcessState Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var (status, lastNo) = (ProcessStatus.NotStarted, 0);
        string? processId = null, outcome = null;
        ImmutableArray<ProcessToken> tokens = [];
        ImmutableArray<ArmedTimer> timers = [];
        var variables = FeelContext.Empty;
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "v": Expect(reader.GetInt32() <= Version); break;
                case "s": status = (ProcessStatus)IndexIn(Statuses, reader.GetString()); break;
                case "p": processId = reader.GetString(); break;
                case "n": lastNo = reader.GetInt32(); break;
                case "t": tokens = ReadTokens(ref reader); break;
                case "a": timers = ReadTimers(ref reader); break;
                case "x": variables = FeelJson.ReadContext(ref reader); break;
                case "o": outcome = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }
        return new ProcessState(status, processId, lastNo, tokens, timers, variables, outcome);
    }

    private static void Write(Utf8JsonWriter writer, ProcessToken token)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(Kinds[(int)token.Kind]);
        writer.WriteNumberValue(token.No);
        writer.WriteStringValue(token.NodeId);
        if (token.Scope != 0 || token.FlowId is not null)
            writer.WriteNumberValue(token.Scope);
        if (token.FlowId is not null)
            writer.WriteStringValue(token.FlowId);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ArmedTimer timer)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(timer.TimerNo);
        writer.WriteStringValue(timer.NodeId);
        if (timer.AttachedTo != 0)
            writer.WriteNumberValue(timer.AttachedTo);
        writer.WriteEndArray();
    }

    private static ImmutableArray<ProcessToken> ReadTokens(ref Utf8JsonReader reader)
    {
        var tokens = ImmutableArray.CreateBuilder<ProcessToken>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            var kind = (TokenKind)IndexIn(Kinds, reader.GetString());
            reader.Read();
            var no = reader.GetInt32();
            reader.Read();
            var node = reader.GetString()!;
            var scope = 0;
            string? flow = null;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType == JsonTokenType.Number)
                    scope = reader.GetInt32();
                else
                    flow = reader.GetString();
            }
            tokens.Add(new ProcessToken(no, node, kind, scope, flow));
        }
        return tokens.ToImmutable();
    }

    private static ImmutableArray<ArmedTimer> ReadTimers(ref Utf8JsonReader reader)
    {
        var timers = ImmutableArray.CreateBuilder<ArmedTimer>();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            var no = reader.GetInt32();
            reader.Read();
            var node = reader.GetString()!;
            var attachedTo = 0;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                attachedTo = reader.GetInt32();
            timers.Add(new ArmedTimer(no, node, attachedTo));
        }
        return timers.ToImmutable();
    }

    private static int IndexIn(string[] words, string? word)
    {
        var at = Array.IndexOf(words, word);
        Expect(at >= 0);
        return at;
    }

    private static void Expect(bool holds)
    {
        if (!holds)
            throw new JsonException("This is not the state of a process, or one of a later version.");
    }
}
