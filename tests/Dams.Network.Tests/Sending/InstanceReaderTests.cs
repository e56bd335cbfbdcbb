using System;
using Dams.Network.Sending;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Sending;

/// <summary>What Dams' own reader refuses before another toolkit sees it.</summary>
public sealed class InstanceReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [CoversError("NestedTooDeep")]
    public void A_file_that_is_nested_deep_comes_to_no_other_reader()
    {
        Action<DatasetBuilder> inner = item => item.Text("CodeMeaning", "end");
        for (var depth = 0; depth < 100; depth++)
        {
            var below = inner;
            inner = item => item.Sequence("ContentSequence", below);
        }
        var file = _folder.Write("deep.dcm", new InstanceBuilder().Sequence("ContentSequence", inner).Build());

        Assert.Equal("NestedTooDeep", ReadFailure(file).Id);
    }

    [Fact]
    [CoversError("NotSendable")]
    public void A_deflated_file_is_told() =>
        Assert.Equal("NotSendable", ReadFailure(_folder.Write("deflated.dcm", new InstanceBuilder(syntax: Syntax.Deflated).Build())).Id);

    private static DamsException ReadFailure(string file) => Assert.Throws<DamsException>(
        () => InstanceReader.Read(new SourceFile("", file, 1), isTrusted: true, default));
}
