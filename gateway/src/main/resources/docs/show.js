// In a file of its own: the content security policy allows no script inside the page.
SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  withCredentials: true,
  requestInterceptor: (request) => {
    const token = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/);
    if (token) {
      request.headers["X-XSRF-TOKEN"] = token[1];
    }
    return request;
  },
});
