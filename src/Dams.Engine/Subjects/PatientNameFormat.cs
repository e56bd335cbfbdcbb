using System.Text.RegularExpressions;

namespace Dams.Subjects;

/// <summary>How the new PatientName is made: text with the places {Subject} and {CTDate}.</summary>
internal sealed class PatientNameFormat
{
    /// <summary>The format unless the user says otherwise.</summary>
    public const string Default = "{Subject}_{CTDate}";

    private const int MaximumLength = 64;

    private static readonly Regex Place = new(@"[_\-. ^]?\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant);

    private readonly string _format;

    /// <exception cref="DamsException">It names a place that there is not.</exception>
    public PatientNameFormat(string format)
    {
        foreach (Match match in Place.Matches(format))
        {
            if (match.Groups["name"].Value is not ("Subject" or "CTDate"))
                throw SubjectErrors.UnknownPlace(match.Groups["name"].Value);
        }
        _format = format;
    }

    /// <summary>The name; where a value is missing, its place goes with the separator before it.</summary>
    /// <exception cref="DamsException">The name is longer than the 64 characters of a component group.</exception>
    public string Format(string subject, string ctDate)
    {
        var name = Place.Replace(_format, match =>
        {
            var value = match.Groups["name"].Value == "Subject" ? subject : ctDate;
            return value.Length == 0 ? "" : match.Value.Replace($"{{{match.Groups["name"].Value}}}", value);
        });
        return name.Length <= MaximumLength ? name : throw SubjectErrors.NameTooLong(MaximumLength);
    }
}
