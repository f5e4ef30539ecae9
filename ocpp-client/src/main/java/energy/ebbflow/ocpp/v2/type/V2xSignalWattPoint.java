package energy.ebbflow.ocpp.v2.type;

/** A point of a curve from a signal to power (W). */
public record V2xSignalWattPoint(int signal, double power) {}
