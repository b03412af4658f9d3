using System.Xml;

namespace MinhBach.ProcessMining;

/// <summary>The names of XES as the XML reader knows them: two equal names are one object, so that comparing them is comparing pointers.</summary>
internal sealed class XesElementNames(XmlNameTable table)
{
    private readonly string _string = table.Add("string");
    private readonly string _date = table.Add("date");
    private readonly string _int = table.Add("int");
    private readonly string _float = table.Add("float");
    private readonly string _boolean = table.Add("boolean");
    private readonly string _id = table.Add("id");
    private readonly string _list = table.Add("list");
    private readonly string _container = table.Add("container");

    public string Log { get; } = table.Add("log");

    public string Trace { get; } = table.Add("trace");

    public string Event { get; } = table.Add("event");

    public string Extension { get; } = table.Add("extension");

    public string Global { get; } = table.Add("global");

    public string Classifier { get; } = table.Add("classifier");

    public string Key { get; } = table.Add("key");

    public string Value { get; } = table.Add("value");

    public bool IsAttribute(string name) =>
        (object)name == _string || (object)name == _date || (object)name == _int || (object)name == _float
        || (object)name == _boolean || (object)name == _id || HasNoValue(name);

    public bool HasNoValue(string name) => (object)name == _list || (object)name == _container;
}
