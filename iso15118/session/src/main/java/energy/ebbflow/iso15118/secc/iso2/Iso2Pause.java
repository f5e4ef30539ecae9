package energy.ebbflow.iso15118.secc.iso2;

/**
 * What a paused session of ISO 15118-2 had agreed and its second part keeps. The way to pay is
 * external identification in both: it is the only one there is.
 *
 * @param dc the kind of current
 * @param tuple SAScheduleTupleID that was chosen
 */
public record Iso2Pause(boolean dc, int tuple) {}
