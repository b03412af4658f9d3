namespace MinhBach.Accounts;

/// <summary>Names of the authorisation policies; a page or endpoint names one, never a role.</summary>
public static class Policies
{
    /// <summary>Anybody who holds a post.</summary>
    public const string Staff = "staff";

    /// <summary>Receives at the counter and returns results.</summary>
    public const string FrontDesk = "frontdesk";

    /// <summary>Works on dossiers.</summary>
    public const string Work = "dossiers.work";

    /// <summary>Edits the catalogue of procedures.</summary>
    public const string ProceduresEdit = "procedures.edit";

    /// <summary>Edits the organisation.</summary>
    public const string OrganizationEdit = MinhBach.Organization.OrganizationPolicy.Edit;

    /// <summary>Brings in logs of other systems.</summary>
    public const string LogsImport = "logs.import";

    /// <summary>Keeps the system and its accounts.</summary>
    public const string Administer = "admin";

    /// <summary>Sets when the people of an agency are reminded of their work.</summary>
    public const string Reminders = "reminders.set";

    /// <summary>Sees the work of the whole city.</summary>
    public const string Oversee = "oversee";

    /// <summary>Sees what looks like figures made better than the work: of the city, of their agency or of their unit.</summary>
    public const string Integrity = "integrity";
}
