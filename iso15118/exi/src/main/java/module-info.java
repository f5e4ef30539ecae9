/** EXI in the profile of the vehicle protocols. */
module energy.ebbflow.exi {
  requires static transitive org.jspecify;

  exports energy.ebbflow.exi;
  exports energy.ebbflow.exi.schema;
}
