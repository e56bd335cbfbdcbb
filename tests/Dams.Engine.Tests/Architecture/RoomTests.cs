using System;
using System.Linq;
using Xunit;

namespace Dams.Tests.Architecture;

/// <summary>The engine is built of rooms in one order: who changes one has to read those before it and none behind it.</summary>
public sealed class RoomTests : IDisposable
{
    private readonly CompiledTypes _engine = new(typeof(DamsException).Assembly.Location);

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void A_room_uses_only_rooms_before_it() => Assert.Empty(_engine.Uses
        .Where(use => Array.IndexOf(Rooms.Order, Rooms.Of(use.User)) < Array.IndexOf(Rooms.Order, Rooms.Of(use.Used)))
        .Select(use => $"{Rooms.Of(use.User)}: {use.User} uses {use.Used} of {Rooms.Of(use.Used)}"));

    [Fact]
    public void Every_folder_is_a_room() =>
        Assert.Empty(Rooms.FoldersOfTypes.SelectMany(folders => folders).Select(folder => folder.Split('/')[0]).Distinct().Except([.. Rooms.Order]));

    [Fact]
    public void No_two_types_have_one_name() =>
        Assert.Empty(_engine.All.Where(type => Rooms.FoldersOfTypes[type.Name].Count() != 1).Select(type => type.Name));

    [Fact]
    public void The_namespace_of_a_type_is_its_folder_or_Dams_where_it_is_public() => Assert.Empty(_engine.All
        .Select(type => (type.Namespace, type.Name, Expected: type.IsPublic ? "Dams" : $"Dams.{Rooms.FoldersOfTypes[type.Name].First().Replace('/', '.')}"))
        .Where(type => type.Namespace != type.Expected)
        .Select(type => $"{type.Namespace}.{type.Name} belongs into {type.Expected}"));

    [Fact]
    public void The_uses_of_a_type_are_found_in_signatures_in_bodies_and_in_what_the_compiler_makes()
    {
        var uses = _engine.Uses.ToHashSet();

        Assert.Contains(("ProtectionRun", "ProtectionOptions"), uses);
        Assert.Contains(("HeaderScan", "SkippedFiles"), uses);
        Assert.Contains(("SourceFiles", "FileErrors"), uses);
        Assert.Contains(("SeriesIndex", "SourceFile"), uses);
        Assert.True(uses.Count > 1000);
    }
}
