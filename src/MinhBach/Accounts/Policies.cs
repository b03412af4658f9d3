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

    /// <summary>Keeps the system and its accounts.</summary>
    public const string Administer = "admin";

    /// <summary>Sees the work of the whole city.</summary>
    public const string Oversee = "oversee";
}
