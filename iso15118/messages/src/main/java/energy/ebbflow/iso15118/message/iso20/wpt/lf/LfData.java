package energy.ebbflow.iso15118.message.iso20.wpt.lf;

/** The choice of LF_TxData, LF_RxData. */
public sealed interface LfData permits WptLfTxDataList, WptLfRxDataList {}
