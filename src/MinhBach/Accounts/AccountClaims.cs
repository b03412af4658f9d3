namespace MinhBach.Accounts;

/// <summary>Claims in the sign-in cookie, beside Identity's own.</summary>
internal static class AccountClaims
{
    public const string Person = "mb:person";

    public const string Post = "mb:post";
}
