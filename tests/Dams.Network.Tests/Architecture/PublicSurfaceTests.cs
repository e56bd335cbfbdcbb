using System;
using System.IO;
using System.Linq;
using Dams.Tests.Architecture;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Architecture;

/// <summary>
/// What others can see of the module is what PublicAPI.Shipped.txt beside its sources lists. <c>DAMS_RENEW_PUBLIC_API=1</c>
/// writes the lists anew.
/// </summary>
public sealed class PublicSurfaceTests
{
    [Theory]
    [InlineData("Dams.Network")]
    [InlineData("Dams.Network.Loader")]
    public void An_assembly_shows_what_its_list_says(string project)
    {
        var list = Path.Combine(Repository.Root, "src", project, "PublicAPI.Shipped.txt");
        var shown = PublicSurface.Read(Path.Combine(Repository.Root, "artifacts", "Dams.Network", "bin", $"{project}.dll"));
        if (Environment.GetEnvironmentVariable("DAMS_RENEW_PUBLIC_API") == "1")
            File.WriteAllText(list, string.Concat(shown.Select(line => $"{line}\n")));

        Assert.Equal(File.ReadAllLines(list), shown);
    }

    [Fact]
    public void No_type_that_scripts_name_shows_one_of_fo_dicom() => Assert.DoesNotContain(
        File.ReadAllLines(Path.Combine(Repository.Root, "src", "Dams.Network", "PublicAPI.Shipped.txt")),
        line => line.Contains("FellowOakDicom", StringComparison.Ordinal));
}
