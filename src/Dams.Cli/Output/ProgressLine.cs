using System;

namespace Dams.Cli.Output;

/// <summary>A line of a console that the next one replaces. No escape sequence: not every console of Windows reads them.</summary>
internal sealed class ProgressLine
{
    private int _length;

    /// <summary>What to write so that a line stands there.</summary>
    /// <param name="width">Characters of the console; 0 where nobody knows.</param>
    public string Show(string line, int width)
    {
        // A line that wraps would not go away with the next.
        if (width > 1 && line.Length >= width)
            line = line[..(width - 1)];
        var rest = new string(' ', Math.Max(0, _length - line.Length));
        _length = line.Length;
        return $"\r{line}{rest}";
    }

    /// <summary>What to write so that none stands there any more.</summary>
    public string Clear()
    {
        var blank = _length > 0 ? $"\r{new string(' ', _length)}\r" : "";
        _length = 0;
        return blank;
    }
}
