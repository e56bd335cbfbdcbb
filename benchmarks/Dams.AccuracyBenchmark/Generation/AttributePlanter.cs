using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Benchmarks.Accuracy.People;
using Dams.Benchmarks.Accuracy.Plantings;
using Dams.Benchmarks.Accuracy.Standard;
using Dams.Tests.Support;

namespace Dams.Benchmarks.Accuracy.Generation;

/// <summary>Puts values into attributes and says what it has planted.</summary>
internal sealed class AttributePlanter(Random random, Person person, Syntax syntax, StandardTables tables)
{
    private static readonly string[] ForeignVrs = ["UN", "UT", "ST"];
    private readonly ValueMaker _values = new(random, tables);
    private readonly List<Planting> _plantings = [];

    public IReadOnlyList<Planting> Plantings => _plantings;

    /// <summary>An attribute with a value of the planter's choice; null where its kind holds none.</summary>
    public Node? Plant(AttributeRow attribute, IReadOnlyList<string> parents, bool isImplicitInside)
    {
        if (AttributeKinds.Binary.Contains(attribute.Vr))
            return Binary(attribute, parents, isImplicitInside);
        var draft = _values.Make(person, attribute);
        if (draft is null)
            return null;
        var isForeign = syntax.IsExplicit && !isImplicitInside && random.Next(25) == 0 && attribute.Vr is not ("OB" or "OW" or "UI");
        return Put(draft, attribute.Tag, isForeign ? ForeignVrs[random.Next(ForeignVrs.Length)] : attribute.Vr, parents, isForeign);
    }

    /// <summary>Plants what is given.</summary>
    public Node Put(Draft draft, string tag, string vr, IReadOnlyList<string> parents, bool isForeign = false)
    {
        var bytes = AttributeKinds.Bytes.Contains(vr) && draft.Kind == Kind.BesidePixels
            ? System.Text.Encoding.Latin1.GetBytes(draft.Text)
            : person.Characters.Encode(draft.Text);
        // Such a descriptor is where people write what they please, and where the standard asks for cleaning.
        var kind = draft.Kind == Kind.AnnouncedInText && tables.ProfileOf(tag) is { Descriptors: "C" } ? Kind.AnnouncedInDescriptor : draft.Kind;
        _plantings.Add(new(kind, draft.What, [.. parents, tag], vr, draft.Text, draft.Tokens)
        {
            Words = draft.Words,
            IsUnique = draft.IsUnique,
            IsForeignVr = isForeign,
        });
        return new(tag, vr, bytes);
    }

    /// <summary>Plants bytes that have to stay as they are.</summary>
    public Node PutBytes(Kind kind, string what, string tag, string vr, byte[] bytes)
    {
        _plantings.Add(new(kind, what, [tag], vr, what, []) { Bytes = bytes });
        return new(tag, vr, bytes);
    }

    /// <summary>Says of a value that stands in a node of somebody else's that it was planted.</summary>
    public void Note(Planting planting) => _plantings.Add(planting);

    private Node Binary(AttributeRow attribute, IReadOnlyList<string> parents, bool isImplicitInside)
    {
        if (syntax.IsExplicit && !isImplicitInside && random.Next(40) == 0)
            return Put(ValueMaker.Foreign(person), attribute.Tag, "LO", parents, isForeign: true);
        var bytes = NumberOf(attribute.Vr, random.Next(1, 200), syntax.IsBigEndian && !isImplicitInside);
        _plantings.Add(new(Kind.Number, "binary number", [.. parents, attribute.Tag], attribute.Vr, Convert.ToHexString(bytes), []) { Bytes = bytes });
        return new(attribute.Tag, attribute.Vr, bytes);
    }

    private static byte[] NumberOf(string vr, int value, bool isBigEndian)
    {
        var bytes = vr switch
        {
            "US" or "SS" => BitConverter.GetBytes((short)value),
            "UL" or "SL" => BitConverter.GetBytes(value),
            "FL" => BitConverter.GetBytes((float)value),
            _ => BitConverter.GetBytes((double)value),
        };
        if (isBigEndian)
            Array.Reverse(bytes);
        return bytes;
    }
}
