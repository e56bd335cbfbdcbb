using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Patterns;
using Dams.Cleaning.Places;
using Dams.Core;

namespace Dams.Cleaning.Identifiers;

/// <summary>
/// Finds what identifies by its shape: numbers of states and hospitals, telephones, addresses, high ages. The shapes are
/// data: kind, a check beyond the pattern (with a star: unmistakable in terms too; with an equals sign: in those that name no device; with a plus: in those that name no product), and the pattern; a group named <c>value</c> is the part that identifies.
/// </summary>
internal sealed class ShapeDetector : IDetector
{
    private static readonly Dictionary<TextKind, Lazy<Shapes>> ByKind =
        ((TextKind[])Enum.GetValues(typeof(TextKind))).ToDictionary(kind => kind, kind => new Lazy<Shapes>(() => Load(kind)));

    // What has a sign that could not stand in a technical term too: a label, an @, a plus.
    private const char Unmistakable = '*';

    // Some systems number a device by its address.
    private const char NoDevice = '=';

    // A number before a name: a town behind its postal code, or a model.
    private const char NoProduct = '+';

    private readonly TextKind _kind;

    private sealed record Shape(FindingKind Kind, Func<string, bool> Check);

    private sealed record Shapes(PatternSet Patterns, Shape[] All);

    /// <param name="kind">In technical texts only what is announced by a label, or has a sign that no technical term has, is found.</param>
    public ShapeDetector(TextKind kind = TextKind.Prose) => _kind = kind;

    /// <exception cref="RegexMatchTimeoutException">The text is such that a pattern does not come to an end.</exception>
    public IEnumerable<Finding> Find(TokenizedText text)
    {
        var shapes = ByKind[_kind].Value;
        var matches = shapes.Patterns.Find(text.WithAsciiDigits);
        for (var i = 0; i < shapes.All.Length; i++)
        {
            var shape = shapes.All[i];
            foreach (var match in matches.Of(i))
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

    private static bool IsAllowed(TextKind kind, char mark) => kind switch
    {
        TextKind.Prose => true,
        TextKind.Technical => mark is Unmistakable or NoDevice or NoProduct,
        TextKind.Product => mark is Unmistakable or NoDevice,
        TextKind.DeviceLabel => mark is Unmistakable or NoProduct,
        _ => mark == Unmistakable,
    };

    private static Shapes Load(TextKind kind)
    {
        var lines = EmbeddedText.Lines("shapes.txt").Select(line => line.Split('\t')).Where(fields => IsAllowed(kind, fields[1][fields[1].Length - 1])).ToArray();
        return new Shapes(
            new PatternSet(RegexOptions.None, lines.Select(fields => fields[2])),
            Array.ConvertAll(lines, fields => new Shape(
                (FindingKind)Enum.Parse(typeof(FindingKind), fields[0]), ShapeChecks.Find(fields[1].TrimEnd(Unmistakable, NoDevice, NoProduct)))));
    }
}
