using System;
using System.Collections.Generic;

namespace Dams.Cli.Commands;

/// <summary>What each shell has to run once so that it completes <c>dams</c>. Where no word fits, the shell completes files.</summary>
internal static class ShellScripts
{
    private const string Bash = """
        # For ~/.bashrc: source <(dams completion bash)
        _dams() {
            local IFS=$'\n'
            COMPREPLY=($(dams complete -- "${COMP_LINE:0:COMP_POINT}" 2>/dev/null))
        }
        complete -o bashdefault -o default -F _dams dams

        """;

    private const string Zsh = """
        #compdef dams
        # For ~/.zshrc, after compinit: source <(dams completion zsh)
        _dams() {
            local -a found
            found=("${(@f)$(dams complete -- "${(j: :)words[1,CURRENT]}" 2>/dev/null)}")
            if [[ -n "${found[1]}" ]]; then
                compadd -a found
            else
                _files
            fi
        }
        compdef _dams dams

        """;

    private const string Fish = """
        # For ~/.config/fish/config.fish: dams completion fish | source
        complete --command dams --arguments '(dams complete -- (commandline --cut-at-cursor --current-process) 2>/dev/null)'

        """;

    private const string PowerShell = """
        # For $PROFILE: dams completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName dams -ScriptBlock {
            param($word, $ast, $cursor)
            $end = [Math]::Max($cursor - $ast.Extent.StartOffset, 0)
            $line = $ast.ToString().PadRight($end).Substring(0, $end)
            dams complete -- $line 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    /// <summary>The scripts by the names of the shells.</summary>
    public static IReadOnlyDictionary<string, string> ByShell { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = Bash,
        ["zsh"] = Zsh,
        ["fish"] = Fish,
        ["powershell"] = PowerShell,
    };
}
