using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace Dams.Cli.Output;

/// <summary>
/// Writes what the engine says of options as this command has them. The engine calls them as its cmdlets do:
/// <c>-PatientNameFormat</c>, which is <c>--patient-name-format</c> here.
/// </summary>
internal static partial class OptionWords
{
    /// <summary>A message with the options of this command; one that only a cmdlet has stays as it is.</summary>
    public static string Of(string message) => Parameter().Replace(message, match => "--" + match.Value switch
    {
        "-KeyPath" => "key",
        "-ThrottleLimit" => "jobs",
        var parameter => string.Concat(parameter.Skip(1).Select((letter, i) => i > 0 && char.IsUpper(letter) && char.IsLower(parameter[i])
            ? $"-{char.ToLower(letter, CultureInfo.InvariantCulture)}" : $"{char.ToLower(letter, CultureInfo.InvariantCulture)}")),
    });

    // Only where a sentence names it, not inside a path.
    [GeneratedRegex(@"(?<=[ (])-(?:Force|Resume|Keep|Replace|Backup|FailureLog|Option|SubjectID|SubjectMap|SubjectPrefix|PatientName|PatientNameFormat|KeyPath|IgnoreIssuer|IdWidth|ThrottleLimit|Source|Partner|Discover|Recipe|Remove)(?=[ .,:;)]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
