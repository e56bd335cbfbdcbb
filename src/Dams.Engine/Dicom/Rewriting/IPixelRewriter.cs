using System;
using Dams.Dicom.Reading;

namespace Dams.Dicom.Rewriting;

/// <summary>Writes pixel data anew while they stream from source to target.</summary>
internal interface IPixelRewriter
{
    /// <summary>Writes the whole element, its header too.</summary>
    /// <param name="source">The source file.</param>
    /// <param name="element">The pixel data in it.</param>
    /// <param name="emit">Takes the output, part by part.</param>
    /// <exception cref="DamsException">The pixel data are not what the image says of them.</exception>
    void Rewrite(ByteSource source, Element element, Action<ReadOnlyMemory<byte>> emit);
}
