using System;

namespace Dams.Cli.Output;

/// <summary>A line of a console that the next one replaces. No escape sequence: not every console of Windows reads them.</summary>
internal sealed class ProgressLine
{
    private int _length;

    /// <summary>The characters to write to show a line in place of the last one.</summary>
    /// <param name="width">Width of the console in characters; 0 where it is not known.</param>
    public string Show(string line, int width)
    {
        // A line that wraps would not be replaced as a whole by the next one.
        if (width > 1 && line.Length >= width)
            line = line[..(width - 1)];
        var rest = new string(' ', Math.Max(0, _length - line.Length));
        _length = line.Length;
        return $"\r{line}{rest}";
    }

    /// <summary>The characters to write to remove the line.</summary>
    public string Clear()
    {
        var blank = _length > 0 ? $"\r{new string(' ', _length)}\r" : "";
        _length = 0;
        return blank;
    }
}
