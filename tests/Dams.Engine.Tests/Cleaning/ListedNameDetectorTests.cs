using Dams.Cleaning.Names;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

public sealed class ListedNameDetectorTests
{
    [Theory]
    [InlineData("John Smith", "John|Smith")]
    [InlineData("SMITH^JOHN", "SMITH|JOHN")]
    [InlineData("Smith, John", "Smith|John")]
    [InlineData("Maria Quistenberg", "Maria|Quistenberg")]
    public void What_identifies_is_found(string text, string found) =>
        Assert.Equal(found, Detected.By(new ListedNameDetector(), text));

    [Theory]
    [InlineData("Head and Neck")]
    [InlineData("john came smith")]
    [InlineData("Liver Lesion")]
    [InlineData("May Contrast")]
    [InlineData("Terry Thomas sign, scapholunate gap 4 mm")]
    [InlineData("quiste de tipo IVa de Quistenberg en la paciente")]
    public void What_does_not_is_left(string text) =>
        Assert.Equal("", Detected.By(new ListedNameDetector(), text));
}
