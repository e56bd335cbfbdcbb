namespace Dams.Dicom.Reading;

/// <summary>
/// Headers of explicit elements that the standard does not know but other toolkits read: no value representation where one
/// belongs (zeros, spaces, "??", small letters), or a length of 16 bits where 32 belong. What comes after the value shows
/// which length it is; the dictionary gives the value representation.
/// </summary>
internal sealed class NonstandardHeaders
{
    private readonly ByteSource _source;
    private int _count;

    public NonstandardHeaders(ByteSource source) => _source = source;

    /// <summary>Whether there was one.</summary>
    public bool HaveOccurred => _count > 0;

    /// <summary>Reads a header as the standard has it, else as others read it.</summary>
    /// <exception cref="DamsException">It cannot be read either way.</exception>
    public ElementHeader ReadAny(long position, long limit, ElementForm form) =>
        HeaderReader.TryRead(_source, position, limit, form, out var header) ? header : Read(position, limit, form, header);

    /// <summary>Reads a header that is not as the standard has it.</summary>
    /// <param name="found">Its tag and what stands in place of its value representation.</param>
    /// <exception cref="DamsException">It cannot be read either way.</exception>
    private ElementHeader Read(long position, long limit, ElementForm form, ElementHeader found)
    {
        if (++_count > ReadLimits.Guesses)
            throw DicomErrors.PassesLimit($"{ReadLimits.Guesses} elements without a value representation that the standard knows");
        var isNamed = found.Vr.IsWellFormed;
        var vr = found.Vr.IsDefined ? found.Vr : DataDictionary.VrOf(found.Tag);
        var isBelievable = isNamed || HeaderReader.MayLackVr(found.Tag);
        if (isBelievable && TryRead(isLong: isNamed, out var header))
            return header;
        if (isBelievable && TryRead(isLong: !isNamed, out header))
            return header;
        if (isNamed && HeaderReader.TryReadAs(_source, position, limit, form, vr, isLong: true, out header))
            return header;
        throw DicomErrors.MalformedDataset(position, found.Tag, "a value representation");

        bool TryRead(bool isLong, out ElementHeader header)
        {
            if (!HeaderReader.TryReadAs(_source, position, limit, form, vr, isLong, out header))
                return false;
            // A look that far ahead, and back, is dear: a guess is not worth it.
            if (_source.ReadsForwardOnly && !header.HasUndefinedLength && header.ValueLength > _source.WindowSize)
                return false;
            var behind = position + header.Length;
            if (header.HasUndefinedLength)
                return vr == Vr.SQ && HeaderReader.IsPlausible(_source, behind, limit, form);
            behind += header.ValueLength;
            return behind == limit || (behind < limit && HeaderReader.IsPlausible(_source, behind, limit, form));
        }
    }
}
