using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Benchmarks.Accuracy.People;
using Dams.Benchmarks.Accuracy.Plantings;
using Dams.Tests.Support;

namespace Dams.Benchmarks.Accuracy.Generation;

/// <summary>Private attributes: unknown ones that name the patient, and safe ones of table E.3.10-1.</summary>
internal sealed class PrivatePlaces(AttributePlanter planter, Person person, NameMaker names, Random random)
{
    private static readonly (string Group, string Element, string Creator, string Vr, string Value)[] Safe =
    [
        ("00E1", "21", "ELSCINT1", "DS", "312.5"),
        ("00E1", "50", "ELSCINT1", "DS", "4.75"),
        ("01E1", "26", "ELSCINT1", "CS", "BODY"),
        ("01F1", "01", "ELSCINT1", "CS", "HELIX"),
        ("0019", "23", "GEMS_ACQU_01", "DS", "39.37"),
        ("0019", "27", "GEMS_ACQU_01", "DS", "0.8"),
        ("0019", "9E", "GEMS_ACQU_01", "LO", "EFGRE3D"),
        ("0043", "27", "GEMS_PARM_01", "SH", "0.984:1"),
        ("0043", "39", "GEMS_PARM_01", "IS", "800\\0\\0\\0"),
        ("2001", "02", "Philips Imaging DD 001", "IS", "2"),
        ("2001", "04", "Philips Imaging DD 001", "CS", "M"),
        ("7053", "00", "Philips PET Private Group", "DS", "0.000551"),
        ("0019", "0C", "SIEMENS MR HEADER", "IS", "600"),
        ("0019", "0D", "SIEMENS MR HEADER", "CS", "DIRECTIONAL"),
    ];

    public IEnumerable<Node> Make(Syntax syntax) => Unknown().Concat(SafeOnes(syntax));

    private IEnumerable<Node> Unknown()
    {
        var (creator, known, unknown, nested) = (names.Word(), names.Word(), names.Word(), names.Word());
        yield return planter.Put(Named("creator of a block", creator), "00290010", "LO", []);
        yield return planter.Put(Named("patient's number", person.Id), "00291001", "LO", []);
        yield return planter.Put(Named("name of somebody", unknown), "00291002", "UN", []);
        yield return planter.Put(Named("name in an attribute without creator", known), "00331105", "LO", []);
        yield return new("00291003", "SQ", [], [planter.Put(Named("name in a private sequence", nested), "00080104", "LO", ["00291003"])]);
    }

    private IEnumerable<Node> SafeOnes(Syntax syntax)
    {
        foreach (var group in Safe.OrderBy(_ => random.Next()).DistinctBy(row => row.Group).Take(4))
        {
            yield return new($"{group.Group}0010", "LO", Encoding.ASCII.GetBytes(group.Creator));
            foreach (var row in Safe.Where(row => row.Group == group.Group && row.Creator == group.Creator))
            {
                var tag = $"{row.Group}10{row.Element}";
                // In place of one value a name: the patient's, or anybody's where the representation holds none.
                if (syntax.IsExplicit && random.Next(6) == 0)
                {
                    var name = row.Vr is "LO" or "SH" ? person.Given : names.Word();
                    yield return planter.Put(Named($"name in a safe {row.Vr}", name), tag, row.Vr, []);
                    continue;
                }
                planter.Note(new(Kind.SafePrivate, "safe private", [tag], row.Vr, row.Value, [row.Value]));
                yield return new(tag, row.Vr, Encoding.ASCII.GetBytes(row.Value));
            }
        }
    }

    private static Draft Named(string what, string name) => new(Kind.Private, what, name, [name], []);
}
