using System.Collections.Generic;

namespace Dams.Tests.Support.BurnedIn;

/// <summary>Letters and digits as devices draw them into pictures: seven rows of five points.</summary>
internal static class Glyphs
{
    public const int Width = 5, Height = 7;

    // Of each row, the highest of five bits is the left point.
    private static readonly Dictionary<char, byte[]> Rows = new()
    {
        ['A'] = [14, 17, 17, 31, 17, 17, 17],
        ['E'] = [31, 16, 16, 30, 16, 16, 31],
        ['I'] = [14, 4, 4, 4, 4, 4, 14],
        ['K'] = [17, 18, 20, 24, 20, 18, 17],
        ['L'] = [16, 16, 16, 16, 16, 16, 31],
        ['M'] = [17, 27, 21, 17, 17, 17, 17],
        ['N'] = [17, 25, 21, 19, 17, 17, 17],
        ['O'] = [14, 17, 17, 17, 17, 17, 14],
        ['R'] = [30, 17, 17, 30, 20, 18, 17],
        ['S'] = [15, 16, 16, 14, 1, 1, 30],
        ['T'] = [31, 4, 4, 4, 4, 4, 4],
        ['U'] = [17, 17, 17, 17, 17, 17, 14],
        ['V'] = [17, 17, 17, 17, 17, 10, 4],
        ['0'] = [14, 17, 19, 21, 25, 17, 14],
        ['1'] = [4, 12, 4, 4, 4, 4, 14],
        ['2'] = [14, 17, 1, 2, 4, 8, 31],
        ['4'] = [2, 6, 10, 18, 31, 2, 2],
        ['5'] = [31, 16, 30, 1, 1, 17, 14],
        ['7'] = [31, 1, 2, 4, 8, 8, 8],
        ['8'] = [14, 17, 17, 14, 17, 17, 14],
        ['9'] = [14, 17, 17, 15, 1, 1, 14],
        ['.'] = [0, 0, 0, 0, 0, 12, 12],
        ['-'] = [0, 0, 0, 31, 0, 0, 0],
        [' '] = [0, 0, 0, 0, 0, 0, 0],
    };

    /// <summary>Whether a point of a letter is drawn.</summary>
    public static bool IsDrawn(char letter, int row, int column) => (Rows[letter][row] & (1 << (Width - 1 - column))) != 0;
}
