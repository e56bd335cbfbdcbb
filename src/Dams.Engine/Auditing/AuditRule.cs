namespace Dams.Auditing;

/// <summary>The names of the rules that would have removed what an audit finds, as <see cref="IdentifierFinding.Rule"/> gives them.</summary>
internal static class AuditRule
{
    public const string KnownValue = "KnownValue";
    public const string Form = "Form";
    public const string Uid = "Uid";
    public const string Date = "Date";
    public const string ForgottenAttribute = "ForgottenAttribute";
    public const string ForeignName = "ForeignName";
    public const string MisplacedElement = "MisplacedElement";
    public const string PatientAge = "PatientAge";
    public const string Mark = "Mark";
    public const string PixelText = "PixelText";
    public const string HiddenContent = "HiddenContent";
    public const string Unread = "Unread";
}
