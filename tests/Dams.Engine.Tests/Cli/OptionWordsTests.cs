using System;
using System.IO;
using Dams.Cli.Output;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>A message of the command names an option as the command has it, and one of a cmdlet as the cmdlet has it.</summary>
public sealed class OptionWordsTests
{
    [Theory]
    [InlineData("Give -SubjectID and -PatientName for one patient.", "Give --subject-id and --patient-name for one patient.")]
    [InlineData("Choose a shorter -PatientNameFormat or -SubjectPrefix.", "Choose a shorter --patient-name-format or --subject-prefix.")]
    [InlineData("Give a key with -KeyPath; New-ProtectionKey makes one.", "Give a key with --key; New-ProtectionKey makes one.")]
    [InlineData("or work on fewer at a time (-ThrottleLimit).", "or work on fewer at a time (--jobs).")]
    [InlineData("more than the 4 digits of -IdWidth.", "more than the 4 digits of --id-width.")]
    [InlineData("Give its source with -Source and without -Discover.", "Give its source with --source and without --discover.")]
    [InlineData("The key /data/-Force/k -Force/k cannot be read.", "The key /data/-Force/k -Force/k cannot be read.")]
    [InlineData("run again with -Resume, which adds them.", "run again with --resume, which adds them.")]
    [InlineData("remove it with -Remove DigitalSignaturesSequence.", "remove it with --remove DigitalSignaturesSequence.")]
    [InlineData("run again; --resume leaves what was finished.", "run again; --resume leaves what was finished.")]
    public void Options_have_the_names_of_the_command(string message, string expected) =>
        Assert.Equal(expected, OptionWords.Of(message));

    [Fact]
    public void A_user_of_the_command_is_told_to_give_force_as_the_command_has_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Path.Combine("in", "1"), CT.Slice());
        string[] arguments = ["protect", "in", "--destination", "out", "--key", TestKey.WriteTo(folder), "--json"];
        DamsCommand.Run(folder, arguments);

        var run = DamsCommand.Run(folder, arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("replace what is there with --force.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" -Force", run.Error + run.Output, StringComparison.Ordinal);
    }
}
