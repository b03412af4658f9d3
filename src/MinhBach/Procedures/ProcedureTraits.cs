namespace MinhBach.Procedures;

/// <summary>Level at which a procedure is carried out (cấp thực hiện). District is history since 1/7/2025.</summary>
public enum ProcedureLevel { Central, Province, District, Commune, Other }

/// <summary>How far a procedure goes online. Level3 and Level4 are the older scale, shown for history.</summary>
public enum OnlineLevel { None, Partial, Full, Level3, Level4 }

/// <summary>Who may apply (đối tượng thực hiện).</summary>
public enum Audience { Citizen, Enterprise, Organization, StateAgency, Foreigner, Other }

/// <summary>How a dossier is handed in: at the desk, online, or by public post.</summary>
public enum Channel { Direct, Online, Post }

/// <summary>Where the text of a version comes from.</summary>
public enum ProcedureSource { Starter, Imported, Edited }
