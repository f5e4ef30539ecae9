package energy.ebbflow.ocpp.v2.type;

/** A point of a curve from grid frequency (Hz) to power (W). */
public record V2xFreqWattPoint(double frequency, double power) {}
