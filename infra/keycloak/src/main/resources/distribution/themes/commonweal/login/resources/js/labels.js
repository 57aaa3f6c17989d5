// The address that was given is shown in a field whose label names another one.
addEventListener("DOMContentLoaded", () => {
  const given = document.getElementById("kc-attempted-username");
  const label = document.querySelector("label[for=username]");
  if (given && label && !document.getElementById("username")) label.htmlFor = given.id;
});
