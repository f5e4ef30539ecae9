package energy.ebbflow.iso15118.message.iso20.wpt.lf;

/** The choice of LF_TransmitterSetupData, LF_ReceiverSetupData. */
public sealed interface LfSetupData permits WptLfTransmitterData, WptLfReceiverData {}
