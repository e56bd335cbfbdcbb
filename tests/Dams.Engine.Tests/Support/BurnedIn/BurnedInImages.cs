using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Tests.Support.BurnedIn;

/// <summary>Draws images from a seed: a picture, with or without a text in it, under the attributes of a kind.</summary>
internal sealed class BurnedInImages
{
    private const string Storage = "1.2.840.10008.5.1.4.1.1.";

    private static readonly string[] Texts = ["MUSTER ERIKA", "MUSTERMANN 17.08.1952", "NR 4711-0815", "ERIKA 1952", "SINA KOERNER 01.01.1988", "LENA 54"];

    private readonly Random _random;
    private readonly IReadOnlyList<Picture> _pictures;

    public BurnedInImages(int seed, IReadOnlyList<Picture> pictures) => (_random, _pictures) = (new Random(seed), pictures);

    /// <summary>Images with text; of compressed pictures the kind says that they have it.</summary>
    public IEnumerable<BurnedInImage> WithText(int count) => Enumerable.Range(0, count).Select(_ => Next(KindsWithText.All, hasText: true));

    public IEnumerable<BurnedInImage> WithoutText(IReadOnlyList<ImageKind> kinds, int count) => Enumerable.Range(0, count).Select(_ => Next(kinds, hasText: false));

    /// <summary>An image of a kind, with text.</summary>
    public BurnedInImage Of(ImageKind kind) => Next([kind], hasText: true);

    private BurnedInImage Next(IReadOnlyList<ImageKind> kinds, bool hasText)
    {
        var kind = One(kinds);
        var picture = kind.IsMask ? Mask() : One([.. _pictures.Where(candidate => candidate.IsGrey || !kind.IsGreyOnly)]);
        IReadOnlyList<int> places = [];
        if (hasText && picture.Codestream is null)
            (picture, places) = Write(picture);
        var syntax = picture.CodestreamSyntax ?? One(SyntaxesOf(kind));
        var image = new InstanceBuilder(Storage + kind.Class, syntax).Text("Modality", kind.Modality).Text("ImageType", Spelled(kind.ImageType));
        foreach (var (attribute, value) in kind.More.Where(more => more.Value.Length > 0))
            image.Text(attribute, value);
        if (kind.IsMask)
            image.Text("ImagePositionPatient", "0\\0\\5").Text("ImageOrientationPatient", "1\\0\\0\\0\\1\\0").Text("FrameOfReferenceUID", "1.2.3.9");
        if (One(kind.Claims) is { Length: > 0 } claim)
            image.Text("BurnedInAnnotation", claim);
        picture.AddTo(image, syntax);
        return new BurnedInImage(kind, picture, syntax, places, image);
    }

    /// <summary>In a corner or anywhere, small or large, so that it fits.</summary>
    private (Picture Picture, IReadOnlyList<int> Places) Write(Picture picture)
    {
        var text = One(Texts);
        var scale = Math.Clamp(picture.Columns / (text.Length * (Glyphs.Width + 1)), 1, 3);
        var (width, height) = (text.Length * (Glyphs.Width + 1) * scale, Glyphs.Height * scale);
        return picture.Write(text, _random.Next(Math.Max(1, picture.Columns - width)), _random.Next(Math.Max(1, picture.Rows - height)), scale);
    }

    /// <summary>An ellipse of ones, or of the brightest, among zeros.</summary>
    private Picture Mask()
    {
        var (rows, columns, inside) = (_random.Next(40, 120), 2 * _random.Next(20, 60), One(new byte[] { 1, 255 }));
        var (y, x) = (_random.Next(10, rows - 10), _random.Next(10, columns - 10));
        var pixels = Enumerable.Range(0, rows * columns)
            .Select(i => Math.Pow(i / columns - y, 2) / 60 + Math.Pow(i % columns - x, 2) / 40 < 1 ? inside : (byte)0).ToArray();
        return new Picture(rows, columns, 1, 8, 8, false, "MONOCHROME2", pixels);
    }

    private static Syntax[] SyntaxesOf(ImageKind kind) => kind.IsMask
        ? [Syntax.ImplicitLittle, Syntax.ExplicitLittle, Syntax.Deflated]
        : [Syntax.ImplicitLittle, Syntax.ExplicitLittle, Syntax.ExplicitBig, Syntax.Deflated, Picture.Rle];

    /// <summary>Makers write blanks where the standard has underscores, and the other way round.</summary>
    private string Spelled(string imageType) => _random.Next(3) switch { 0 => imageType.Replace('_', ' '), _ => imageType };

    private T One<T>(IReadOnlyList<T> some) => some[_random.Next(some.Count)];
}
