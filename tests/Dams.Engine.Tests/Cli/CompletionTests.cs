using System;
using System.IO;
using System.Linq;
using Dams.Cli.Commands;
using Dams.Tests.PowerShell;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cli;

/// <summary>What a shell completes after Tab.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Folder => Path.GetDirectoryName(DamsProcess.Path)!;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dams ba", "batch")]
    [InlineData("\"C:\\Program Files\\dams.exe\" refer", "references")]
    [InlineData("dams protect in --dest", "--destination")]
    [InlineData("dams protect in --profile ", "Basic", "Research", "Encode")]
    [InlineData("dams protect in --option CleanP", "CleanPixelData")]
    [InlineData("dams link in --convention l", "Legacy")]
    [InlineData("dams elements a.dcm --tag PatientBirthD", "PatientBirthDate", "PatientBirthDateInAlternativeCalendar")]
    [InlineData("dams completion z", "zsh")]
    public void Commands_options_and_values_are_completed(string line, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), CompleteCommand.Find(line).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("dams protect ")]
    [InlineData("dams batch pat")]
    [InlineData("dams protect in --destination ")]
    public void Where_a_file_belongs_the_shell_completes_it(string line) => Assert.Empty(CompleteCommand.Find(line));

    [Fact]
    public void All_commands_are_completed_but_the_one_that_completes() => Assert.Equal(
        ["audit", "batch", "completion", "demo", "elements", "key", "link", "map", "protect", "references", "series", "xml"],
        CompleteCommand.Find("dams ").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public void There_is_a_script_for_each_shell(string shell)
    {
        var run = DamsCommand.Run(_folder, "completion", shell);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("dams complete", run.Output, StringComparison.Ordinal);
        if (shell != "powershell" && Shell.Has(shell))
            Shell.Run(shell, "-n", _folder.Write("script", System.Text.Encoding.UTF8.GetBytes(run.Output)));
    }

    [Fact]
    public void Another_shell_is_exit_code_2() => Assert.Equal(2, DamsCommand.Run(_folder, "completion", "tcsh").ExitCode);

    [UnixFact]
    public void Bash_completes_with_the_script()
    {
        var script = $"PATH='{Folder}':$PATH; source <(dams completion bash); "
            + "COMP_LINE='dams protect in --pro'; COMP_POINT=${#COMP_LINE}; _dams; printf '%s\\n' \"${COMPREPLY[@]}\"";

        Assert.Equal("--profile\n", Shell.Run("bash", "-c", script));
    }

    // Tab is of a terminal: zsh runs in one of its own, shows what stands on its line, and ends.
    [ShellFact]
    public void Zsh_completes_with_the_script()
    {
        const string Script = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "autoload -U compinit; compinit -u -D; source <(dams completion zsh); show() { zle complete-word; print -r -- \"[\$BUFFER]\"; exit }; zle -N show; bindkey '^T' show"
            zpty -w -n shell $'dams protect in --dest\x14'
            while zpty -r shell line; do print -r -- "$line"; done
            """;

        Assert.Contains("[dams protect in --destination ]", Shell.Run("timeout", "60", "zsh", "-f", "-c", $"PATH='{Folder}':$PATH; {Script}"), StringComparison.Ordinal);
    }

    [ShellFact]
    public void Fish_completes_with_the_script() => Assert.Equal(
        "--profile\n",
        Shell.Run("fish", "--no-config", "-c", $"set -x PATH '{Folder}' $PATH; dams completion fish | source; complete -C 'dams protect in --pro'"));

    [PesterFact]
    public void PowerShell_completes_with_the_script()
    {
        var found = PowerShellHost.Here!.RunCommand(
            $"$env:PATH = '{Folder}' + [IO.Path]::PathSeparator + $env:PATH; dams completion powershell | Out-String | Invoke-Expression; "
            + "$line = 'dams protect in --profile '; (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText -join ','");

        Assert.Equal("Basic,Encode,Research", string.Join(',', found.Trim().Split(',').Order(StringComparer.Ordinal)));
    }
}
