using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Tables;

/// <summary>
/// For each storage SOP class the strictest type that the modules and macros of its IOD (PS3.3) give the attributes that the
/// profiles of the engine may remove: those of which PS3.15 table E.1-1 says so or leaves it to the type, and some that it does
/// not list.
/// </summary>
/// <remarks>
/// The first lines number the SOP classes: "class", number, UID. Then a line is: tag, the sequences around it (outermost first,
/// slashes between; a dash for none), type, the numbers of the classes as ranges. 1C counts as 1, 2C as 2; what is 3 is left out.
/// </remarks>
internal static class AttributeTypeTable
{
    /// <param name="unlisted">Attributes that the profiles may remove though table E.1-1 does not list them.</param>
    public static IEnumerable<string> Lines(DocBookPart objects, DocBookPart services, DocBookPart profiles, IEnumerable<string> unlisted)
    {
        var tags = ConfidentialityTable.TagsThatMayGo(profiles);
        tags.UnionWith(unlisted.Except(ConfidentialityTable.Tags(profiles)));
        var definitions = new ObjectDefinitions(objects);
        var classes = StorageClasses.In(services).OrderBy(pair => pair.Uid, Uids.Order)
            .Select(pair => (pair.Uid, Attributes: definitions.AttributesOf(pair.Section).Where(attribute => tags.Contains(attribute.Tag)).ToArray()))
            .Where(pair => pair.Attributes.Length > 0).ToArray();
        var types = new SortedDictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        for (var i = 0; i < classes.Length; i++)
        {
            foreach (var place in classes[i].Attributes.GroupBy(attribute => (attribute.Tag, attribute.Path)))
            {
                var strictest = place.Min(attribute => attribute.Type);
                if (strictest == DefinedAttribute.Optional)
                    continue;
                var key = $"{place.Key.Tag} {(place.Key.Path.Length == 0 ? "-" : place.Key.Path)} {strictest}";
                if (!types.TryGetValue(key, out var numbers))
                    types.Add(key, numbers = []);
                numbers.Add(i);
            }
        }
        return classes.Select((pair, i) => $"class {i} {pair.Uid}").Concat(types.Select(pair => $"{pair.Key} {Ranges(pair.Value)}"));
    }

    private static string Ranges(IEnumerable<int> numbers)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var number in numbers)
        {
            if (ranges.Count > 0 && ranges[^1].Last == number - 1)
                ranges[^1] = (ranges[^1].First, number);
            else
                ranges.Add((number, number));
        }
        return string.Join(',', ranges.Select(range => range.First == range.Last ? $"{range.First}" : $"{range.First}-{range.Last}"));
    }
}
