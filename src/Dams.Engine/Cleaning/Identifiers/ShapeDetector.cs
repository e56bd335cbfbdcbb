using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Places;
using Dams.Core;

namespace Dams.Cleaning.Identifiers;

/// <summary>
/// Finds what identifies by its shape: numbers of states and hospitals, telephones, addresses, high ages. The shapes are
/// data: kind, a check beyond the pattern (with a star: unmistakable in terms too; with an equals sign: in those that name no device; with a plus: in those that name no product), and the pattern; a group named <c>value</c> is the part that identifies.
/// </summary>
internal sealed class ShapeDetector : IDetector
{
    // No text of a file takes even a fraction of this time; a pattern that backtracks without end would.
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(5);

    private static readonly Lazy<Shape[]> Shapes = new(Load);

    // What has a sign that could not stand in a technical term too: a label, an @, a plus.
    private const char Unmistakable = '*';

    // Some systems number a device by its address.
    private const char NoDevice = '=';

    // A number before a name: a town behind its postal code, or a model.
    private const char NoProduct = '+';

    private readonly TextKind _kind;

    private sealed record Shape(FindingKind Kind, Func<string, bool> Check, char Mark, Regex Pattern);

    /// <param name="kind">In technical texts only what is announced by a label, or has a sign that no technical term has, is found.</param>
    public ShapeDetector(TextKind kind = TextKind.Prose) => _kind = kind;

    /// <exception cref="RegexMatchTimeoutException">The text is such that a pattern does not come to an end.</exception>
    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (var shape in Shapes.Value)
        {
            if (!IsAllowed(shape.Mark))
                continue;
            foreach (Match match in shape.Pattern.Matches(text.WithAsciiDigits))
            {
                var part = match.Groups["value"] is { Success: true } value ? value : match;
                if (!shape.Check(part.Value))
                    continue;
                // A street goes on with its postal code and town.
                var end = shape.Kind == FindingKind.PostalAddress && _kind == TextKind.Prose ? AddressEnd.Of(text, part.Index + part.Length) : part.Index + part.Length;
                yield return new Finding(part.Index, end - part.Index, shape.Kind);
            }
        }
    }

    private bool IsAllowed(char mark) => _kind switch
    {
        TextKind.Prose => true,
        TextKind.Technical => mark is Unmistakable or NoDevice or NoProduct,
        TextKind.Product => mark is Unmistakable or NoDevice,
        _ => mark == Unmistakable,
    };

    private static Shape[] Load() => EmbeddedText.Lines("shapes.txt")
        .Select(line => line.Split('\t'))
        .Select(fields => new Shape(
            (FindingKind)Enum.Parse(typeof(FindingKind), fields[0]),
            ShapeChecks.Find(fields[1].TrimEnd(Unmistakable, NoDevice, NoProduct)),
            fields[1][fields[1].Length - 1],
            new Regex(fields[2], RegexOptions.CultureInvariant, PatternTimeout)))
        .ToArray();
}
